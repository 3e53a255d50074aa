/** How the codes of a visit read on the sheet; a field that nobody filled shows the same words to be ticked by hand. */
export const METHODS = { home: '入户', phone: '电话', appointment: '约见', other: '其他' } as const;
export const STATUSES = { complied: '遵守', violated: '违反', unclear: '不明' } as const;
export const RISK_LEVELS = { low: '低危', medium: '中危', high: '高危' } as const;
export const DISPOSITIONS = {
  continue: '继续回访',
  'advise-extension': '告知可以申请延长保护令',
  'report-court': '报告人民法院',
  'report-police': '报警',
  refer: '转介有关单位',
  finish: '期满结束回访',
} as const;
export const SUBJECTS = { victim: '申请人', respondent: '被申请人' } as const;
