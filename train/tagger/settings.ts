/** What a training run is set to; every number can be set on the command line. */
export const SETTINGS = {
  seed: 1,
  epochs: 6,
  /** Words of the vectors' list that the vocabulary takes in besides those of the corpus. */
  words: 16000,
  /** Numbers in a word's distilled vector, its trained vector, its codes' vector, and each direction's state. */
  fixed: 32,
  own: 16,
  code: 12,
  hidden: 40,
  /** A feature of the linear part is kept when it is seen this often; of those, this many are written. */
  cut: 8,
  rows: 100000,
  /** Learning rates of the network (Adam) and of the linear part (AdaGrad). */
  rate: 0.004,
  linearRate: 0.05,
  /** Shares left out at random in training: of hidden units, of words, of the linear part's features. */
  drop: 0.35,
  wordDrop: 0.05,
  linearDrop: 0.5,
  /** From which part of the run on weights are averaged. */
  averageFrom: 0.5,
  /** What a piece must be worth to be taken: near half the F1 that is reached for the best F1, less to find more. */
  sourcePrice: 0.34,
  cuePrice: 0.2,
  contentPrice: 0.2,
};
export type Settings = Readonly<Record<keyof typeof SETTINGS, number>>;
