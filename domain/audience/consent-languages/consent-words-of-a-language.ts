/**
 * What people and programs write in one language about leaving a list and staying on it. Names and words as
 * `columnName` makes them, with blanks between them; words of other scripts as they are. Patterns are sources of
 * regular expressions, found anywhere in such a name.
 */
export type ConsentWords = {
  /** Whole names of columns whose yes, or whose day, means that the person left. */
  leftColumns?: string;
  /** Words of a cell: who left, who is there. */
  left?: string;
  stayed?: string;
  /** All is well: with the person in a column of states, with the opting out itself in one of that. */
  well?: string;
  /** Of a state: nobody to write to, for a reason of their own or of their mailbox. */
  away?: string;
  /** States of customers and members that say nothing of mails. */
  ordinary?: string;
  /** Patterns by which a name of a column is about leaving, and so is a cell of a state. */
  leaving?: readonly string[];
  /** Patterns by which a cell of a state is about leaving, where a name of a column would be about something else. */
  leavingCells?: readonly string[];
  /** Patterns by which a name of a column is about being written to. */
  joining?: readonly string[];
  /** Patterns of consent alone, where a name such as `newsletter` may say which list. */
  consents?: readonly string[];
  /** What a column of states of a person, or of a mailbox, is called. */
  states?: string;
  /** No, not, never, without. */
  negations?: string;
};
