/** The form of a verb as it stands in the copy. */
type Form = 'Infinitive' | 'PastTense' | 'PresentTense' | 'Gerund' | 'Participle';

const FORMS: readonly Form[] = ['PastTense', 'PresentTense', 'Gerund', 'Participle', 'Infinitive'];

/**
 * `target` in the form that `written` has of `base`: ("claims", "claim", "say") is "says". The capital of the first
 * letter is kept. Undefined where `written` is no form of `base`.
 */
export async function sameForm(written: string, base: string, target: string): Promise<string | undefined> {
  const [from, to] = await Promise.all([conjugate(base), conjugate(target)]);
  const form = FORMS.find((name) => from[name]?.toLowerCase() === written.toLowerCase()) ?? formByEnding(written, base);
  const result = form && (to[form] ?? (form === 'Participle' ? to.PastTense : undefined));
  if (!result) return undefined;
  return /^\p{Lu}/u.test(written) ? result[0].toUpperCase() + result.slice(1) : result;
}

/** For verbs that compromise takes for nouns ("grin", "shrug"): they are regular. */
function formByEnding(written: string, base: string): Form | undefined {
  const lower = written.toLowerCase();
  if (!lower.startsWith(base.slice(0, -1))) return undefined;
  if (lower.endsWith('ed')) return 'PastTense';
  if (lower.endsWith('ing')) return 'Gerund';
  return lower.endsWith('s') && !base.endsWith('s') ? 'PresentTense' : undefined;
}

const known = new Map<string, Promise<Partial<Record<Form, string>>>>();

/** The forms of a verb; compromise is loaded when the first fix is asked for. */
function conjugate(base: string): Promise<Partial<Record<Form, string>>> {
  let forms = known.get(base);
  if (!forms) known.set(base, (forms = conjugateNow(base)));
  return forms;
}

async function conjugateNow(base: string): Promise<Partial<Record<Form, string>>> {
  const { default: nlp } = await import('compromise/two');
  if (!nlp(`to ${base}`).has('#Verb')) return { Infinitive: base };
  const { conjugate } = (nlp.methods() as unknown as ConjugatesVerbs).two.transform.verb;
  return { ...conjugate(base, nlp.model()), Infinitive: base };
}

/** What the library's types leave out: verb forms without the part of it that reads whole sentences, a fifth of its size. */
interface ConjugatesVerbs {
  readonly two: {
    readonly transform: {
      readonly verb: { readonly conjugate: (base: string, model: unknown) => Partial<Record<Form, string>> };
    };
  };
}
