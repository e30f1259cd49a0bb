import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import type { Cue, Subject } from './clauses';

/**
 * The clause that a cue reports, where a quotation is part of it: from after the cue to the sentence's end, or from the
 * sentence's start to before cue and subject. Offsets into the article; at least the quotation itself.
 */
export function clauseContent(holder: Paragraph, cue: Cue, subject: Subject, quotation: Quotation): Span[] {
  const first = quotation.spans[0];
  const last = quotation.spans[quotation.spans.length - 1];
  const sentence = holder.prose.sentences.find(({ start, end }) => start <= cue.span.start && cue.span.start < end);
  if (!sentence || quotation.paragraphs[0] !== holder.index) return [...quotation.spans];
  const { text } = holder.prose;
  const trim = (start: number, end: number): Span => {
    while (start < end && /[\s,:]/.test(text[start])) start++;
    while (end > start && /[\s,;]/.test(text[end - 1])) end--;
    if (end > start && text[end - 1] === '.' && !/\.[”"’']?$/.test(text.slice(end - 2, end - 1))) end--;
    return { start: holder.start + start, end: holder.start + end };
  };
  if (first.start - holder.start >= cue.span.end) {
    const from = Math.max(cue.span.end, subject.how === 'after' ? subject.span.end : 0);
    const content = trim(from, Math.max(sentence.end, last.end - holder.start));
    return content.start <= first.start ? [content] : [...quotation.spans];
  }
  if (last.end - holder.start <= cue.span.start) {
    const content = trim(
      sentence.start,
      Math.min(cue.span.start, subject.span.start >= last.end - holder.start ? subject.span.start : cue.span.start),
    );
    return content.end >= last.end ? [content] : [...quotation.spans];
  }
  return [...quotation.spans];
}
