import type { Block, DocumentModel } from '../../src/model';
import { inventMatter, type Matter } from './names';
import { varyBy } from './variation';

/** The only time that may appear in a file that is measured. */
export const ISSUED_AT = new Date('2026-11-21T02:00:00Z');

/**
 * The document that every engine makes: a protection-order ruling of two pages in four faces, with a table and a QR
 * code. No two are alike, as in a real batch: an engine that remembers paragraphs or whole documents gains nothing unfair.
 * @param index number of the document, 0 or more
 */
export function makeRuling(index: number): DocumentModel {
  const matter = inventMatter(index, varyBy(index));
  const number = `AS20261121-${String(index).padStart(5, '0')}`;
  return {
    title: `民事裁定书${matter.number}`,
    pageNumbers: true,
    qr: {
      payload: `https://anshu.example.cn/v/${number}`,
      caption: [`文书编号：${number}`, '扫码核验真伪，不含个人信息'],
    },
    blocks: [
      { kind: 'issuer', text: '重庆市渝中区人民法院' },
      { kind: 'title', text: '民事裁定书' },
      { kind: 'number', text: matter.number, align: 'right' },
      ...parties(matter),
      { kind: 'heading', level: 1, text: '一、审查情况' },
      { kind: 'heading', level: 2, text: '（一）证据的采信' },
      evidence(matter),
      ...reasons(matter),
      {
        kind: 'signature',
        signatories: [{ role: '审判员', name: matter.judge }],
        date: '二〇二六年十一月二十一日',
        sealed: true,
        after: [{ role: '书记员', name: matter.clerk }],
      },
    ],
  };
}

/** Running text of the body face. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [{ kind: 'text', text }] };
}

function parties({ applicant, respondent, idNumber, residence, injury, amount, day, hour }: Matter): Block[] {
  return [
    paragraph(`申请人：${applicant}，女，1992年3月${day}日出生，汉族。`),
    paragraph(`被申请人：${respondent}，男，公民身份号码${idNumber}，住${residence}。`),
    paragraph(
      `申请人${applicant}与被申请人${respondent}申请人身安全保护令一案，本院于2026年11月${day}日立案后，依法进行了审查。现已审查终结。`,
    ),
    paragraph(
      `申请人${applicant}称：2026年10月${day}日${hour}时30分许，被申请人${respondent}酒后殴打申请人，致其${injury}软组织挫伤，支出医疗费${amount}元；公安机关出具告诫书后，被申请人仍到申请人的工作单位跟踪、威胁。`,
    ),
    paragraph(`被申请人${respondent}经本院电话询问，对发生争执的事实予以认可，但辩称：“只是推搡，没有动手打人……”`),
  ];
}

function evidence({ applicant, day, hour, injury }: Matter): Block {
  const label = (text: string) => ({ content: [[{ kind: 'text' as const, text }]], label: true });
  const cell = (text: string) => ({ content: [[{ kind: 'text' as const, text }]] });
  return {
    kind: 'table',
    columns: [40, 40, 76],
    headerRows: 1,
    rows: [
      { cells: [label('证据'), label('提交人'), label('证明事项')] },
      { cells: [cell('接处警登记表'), cell(applicant), cell(`2026年10月${day}日${hour}时30分报警`)] },
      { cells: [cell('诊断证明书'), cell(applicant), cell(`${injury}软组织挫伤`)] },
      { cells: [cell('家庭暴力告诫书'), cell('公安机关'), cell('告诫后仍跟踪、威胁申请人')] },
    ],
  };
}

function reasons({ applicant, respondent }: Matter): Block[] {
  return [
    paragraph(
      `本院经审查认为，申请人${applicant}提交的证据能够相互印证，足以认定其面临家庭暴力的现实危险，其申请符合发出人身安全保护令的条件，应予支持。依照《中华人民共和国反家庭暴力法》第二十六条、第二十七条、第二十九条规定，裁定如下：`,
    ),
    paragraph(`一、禁止被申请人${respondent}对申请人${applicant}实施家庭暴力；`),
    paragraph(`二、禁止被申请人${respondent}骚扰、跟踪、接触申请人${applicant}及其相关近亲属；`),
    paragraph(`三、责令被申请人${respondent}迁出申请人${applicant}住所。`),
    paragraph(
      '本裁定自作出之日起六个月内有效。如不服本裁定，可以自裁定生效之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。',
    ),
  ];
}
