/** The language of a document, as VS Code names it; anything unknown is read as plain text. */
export type LanguageId = string;
