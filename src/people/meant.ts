import type { Entity } from './entity';
import type { LocalMention } from './mention';
import { formOf } from './phrases';
import type { Mention, MentionForm } from './speaker';

/** A mention and whom it means. */
export interface Resolved {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly explicit: boolean;
  readonly confidence: number;
  readonly others: readonly Entity[];
  /** One sentence: why this one. */
  readonly why: string;
}

/** Whom a mention means, and in which form it names them. */
export interface Meant extends Omit<Resolved, 'mention' | 'others'> {
  readonly form: MentionForm;
  readonly others?: readonly Entity[];
}

export function byName(local: LocalMention, entity: Entity): Meant {
  const form = formOf(local, entity);
  const explicit =
    form === 'full-name' || form === 'title-and-name' || entity.words.length === 1 || entity.type !== 'person';
  const why = explicit ? 'The name stands with the cue.' : namedElsewhere(local.name!, entity);
  return { entity, form, explicit, confidence: 0.97, why };
}

/** A person by what is also a trade or a title. */
export const bySurname = (text: string, entity: Entity): Meant => ({
  entity,
  form: 'surname',
  explicit: false,
  confidence: 0.9,
  why: namedElsewhere(text, entity),
});

const namedElsewhere = (name: string, { name: full }: Entity): string =>
  name === full ? 'The name stands with the cue.' : `“${name}” is ${full}, named in full elsewhere.`;
