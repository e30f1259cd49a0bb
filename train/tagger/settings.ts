/** What a training run is set to; every number can be set on the command line. */
export const SETTINGS = {
  seed: 1,
  epochs: 8,
  /** Words of the vectors' list that the vocabulary takes in besides those of the corpus. */
  words: 16000,
  /** Numbers in a word's distilled vector, its trained vector, its codes' vector, and each direction's state. */
  fixed: 48,
  own: 16,
  code: 12,
  hidden: 64,
  layers: 1,
  /** Models that learn first, each from all the documents but its share, and say what they think of those; 0 for none. */
  teachers: 5,
  teacherLayers: 2,
  teacherDrop: 0.25,
  /** How much of what is learnt the teachers say; the rest is the annotator's. */
  taught: 0.5,
  /** A feature of the linear part is learnt when it is seen this often; of those, this many are kept. */
  cut: 8,
  rows: 100000,
  /** Learning rates of the network (Adam) and of the linear part (AdaGrad). */
  rate: 0.004,
  linearRate: 0.05,
  /** Weights of the network shrink by this share of the rate at each step; paragraphs a step. */
  decay: 0.01,
  batch: 8,
  /** Shares left out at random in training: of hidden units, inputs, words and the linear part's features. */
  drop: 0.35,
  inputDrop: 0.2,
  wordDrop: 0.05,
  linearDrop: 0.5,
  /** From which part of the run on weights are averaged. */
  averageFrom: 0.5,
  /** What a piece must be worth to be taken: near half the F1 that is reached for the best F1, less to find more. */
  sourcePrice: 0.36,
  cuePrice: 0.22,
  contentPrice: 0.25,
};
export type Settings = Readonly<Record<keyof typeof SETTINGS, number>>;
