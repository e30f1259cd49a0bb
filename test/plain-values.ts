import type { Analysis } from '../src/analysis';
import type { Attribution } from '../src/attribution/attribution';
import type { Speaker } from '../src/people/speaker';

/** An analysis as plain data, for comparing: speakers and attributions that others refer to are their indexes. */
export function plainValues(analysis: Analysis) {
  const { article, marks, quotations, attributions, speakers, agencies } = analysis;
  const speakerAt = (speaker: Speaker | null): number => (speaker ? speakers.indexOf(speaker) : -1);
  return {
    article,
    marks,
    quotations,
    agencies,
    speakers: speakers.map(plainSpeaker),
    attributions: attributions.map((attribution) => ({
      ...plainAttribution(attribution),
      speaker: speakerAt(attribution.speaker),
      alternatives: attribution.alternatives.map(speakerAt),
      continues: attribution.continues && attributions.indexOf(attribution.continues),
    })),
    attributionsOf: quotations.map((quotation) => {
      const attribution = analysis.attributionOf(quotation);
      return attribution && attributions.indexOf(attribution);
    }),
    narration: article.paragraphs.map((paragraph) => analysis.narration(paragraph)),
  };
}

function plainSpeaker({ id, name, type, role, roles, affiliation, gender, plural, mentions }: Speaker): Speaker {
  return { id, name, type, role, roles, affiliation, gender, plural, mentions };
}

function plainAttribution(attribution: Attribution) {
  const { kind, content, cue, source, mention, certainty, confidence, reason } = attribution;
  const { venue, time, via, quotations, cueLemma, paragraph } = attribution;
  return {
    ...{ kind, content, cue, source, mention, certainty, confidence, reason },
    ...{ venue, time, via, quotations, cueLemma, paragraph },
  };
}
