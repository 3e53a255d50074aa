/**
 * The DocumentModel: what a finished page says, without a word about PDF or DOCX.
 * Closed unions: a writer must handle every kind, and the compiler checks that it does.
 */

/** A piece of running text. `kai` is 楷体, `hei` 黑体; the default is the body face. */
export type Inline =
  | { kind: 'text'; text: string; face?: 'kai' | 'hei' }
  /** An underlined value, as on a filled form. */
  | { kind: 'filled'; text: string }
  /** An underlined empty field to be filled by hand; width in full-width characters. */
  | { kind: 'blank'; cells: number };

/** A person or office that signs; `name` is left out where the signature is made by hand. */
export type Signatory = { role: string; name?: string };

export type Cell = {
  content: Inline[][];
  /** Columns this cell covers; 1 when left out. */
  colSpan?: number;
  /** Rows this cell covers; 1 when left out. The covered cells of later rows are not repeated. */
  rowSpan?: number;
  align?: 'left' | 'center';
  /** Label cells are set in the heading face. */
  label?: boolean;
};

export type Row = {
  cells: Cell[];
  /** Least height in mm; a field to be filled by hand needs at least 7. */
  minHeight?: number;
};

export type Block =
  /** 发文机关 above the title, centred, title face. */
  | { kind: 'issuer'; text: string }
  /** 文书名称, centred, title face. */
  | { kind: 'title'; text: string }
  /** 案号 or 文号: right, two characters free (`right`), or centred under a form title (`center`). */
  | { kind: 'number'; text: string; align: 'right' | 'center' }
  /** 主送: flush left, ends with a full-width colon. */
  | { kind: 'addressee'; text: string }
  /** 一、(level 1, 黑体) or （一）(level 2, 楷体). */
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** Running text; the first line is indented by two characters unless `indent` is 0. */
  | { kind: 'paragraph'; content: Inline[]; indent?: 0 | 2; align?: 'left' | 'center' | 'right' }
  /**
   * Fixed columns, widths in mm; they add up to at most 156. Header rows repeat on each page. A `whole` table that fits
   * a page is not divided: the fields to be signed stand together.
   */
  | { kind: 'table'; columns: number[]; headerRows?: number; rows: Row[]; whole?: true }
  /**
   * 落款. Stays with at least one line of text. `issuer` and `date` leave room for a 42 mm seal when `sealed`.
   * Signatories (审判员 …) stand above the date, `after` (法官助理, 书记员) below it.
   */
  | {
      kind: 'signature';
      signatories?: Signatory[];
      issuer?: string;
      date: string;
      sealed: boolean;
      /** 本件与原本核对无异: flush left between date and clerks. */
      verification?: string;
      after?: Signatory[];
    }
  /** Fields signed by hand, as many on a line as fit: label, then a blank, `cells` full-width characters wide. */
  | { kind: 'hand-signature'; fields: { label: string; cells: number }[] }
  /** A dashed line to cut along, with the 骑缝 text on it. */
  | { kind: 'cut-line'; text: string }
  /** Small print under a form: 注 ①…. */
  | { kind: 'note'; text: string }
  | { kind: 'page-break' };

export type DocumentModel = {
  /** File property and heading of the reader's window. Neutral: instrument and number, no person. */
  title: string;
  blocks: Block[];
  pageNumbers: boolean;
  /** Verification code in the footer area of the first page; `caption` is printed beside it. */
  qr?: { payload: string; caption: string[] };
  /** Set across every page of a preview. */
  watermark?: string;
};
