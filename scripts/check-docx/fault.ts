/** What is wrong, and in which part of the package. */
export type Fault = { rule: string; part: string; detail: string };
