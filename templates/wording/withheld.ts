/** Stands where a form needs a field whose value may not be stated. Running text simply leaves the part out. */
export const WITHHELD = '（依法不载明）';
