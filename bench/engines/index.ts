import type { Engine } from './engine';

/** Every engine that is measured: ours first, then the peers. An engine is one file and one entry here. */
export const ENGINES: readonly Engine[] = [
  {
    id: 'ours-pdf-checked',
    title: 'Anshu PDF, leak check included',
    format: 'pdf',
    setting:
      'as the service does it: text searched, glyphs checked, file written, file read back and searched for 30 facts',
    packages: ['pdfmake'],
    pace: 'fast',
    load: async () => {
      const { openOurs } = await import('./ours.js');
      return { open: () => openOurs({ format: 'pdf', leakCheck: true }) };
    },
  },
  {
    id: 'ours-pdf',
    title: 'Anshu PDF, without leak check',
    format: 'pdf',
    setting: 'glyphs checked, file written',
    packages: ['pdfmake'],
    pace: 'fast',
    load: async () => {
      const { openOurs } = await import('./ours.js');
      return { open: () => openOurs({ format: 'pdf', leakCheck: false }) };
    },
  },
  {
    id: 'typst',
    title: 'Typst',
    format: 'pdf',
    setting: 'compiler in the process (npm binding), fonts loaded once, default export: tagged, no standard',
    packages: ['@myriaddreamin/typst-ts-node-compiler'],
    pace: 'fast',
    load: async () => {
      const { openTypst } = await import('./typst.js');
      return { open: () => openTypst() };
    },
  },
  {
    id: 'typst-a2b',
    title: 'Typst, PDF/A-2b',
    format: 'pdf',
    setting: 'the same with `pdfStandard: a-2b`',
    packages: ['@myriaddreamin/typst-ts-node-compiler'],
    pace: 'fast',
    load: async () => {
      const { openTypst } = await import('./typst.js');
      return { open: () => openTypst({ standard: 'a-2b' }) };
    },
  },
  {
    id: 'pdfkit',
    title: 'pdfkit',
    format: 'pdf',
    setting: 'lines placed by the caller, font subsets (GB 2312) from memory, tags and PDF/A-2b asked for',
    packages: ['pdfkit', 'subset-font'],
    pace: 'slow',
    load: async () => {
      const { openPdfkit } = await import('./pdfkit.js');
      return { open: openPdfkit };
    },
  },
  {
    id: 'pdfmake-memory',
    title: 'pdfmake, fonts from memory',
    format: 'pdf',
    setting: 'unpatched; font subsets (GB 2312) in its virtual file system, tags and PDF/A-2b asked for',
    packages: ['pdfmake', 'subset-font'],
    pace: 'slow',
    load: async () => {
      const { openPdfmake } = await import('./pdfmake.js');
      return { open: () => openPdfmake({ fonts: 'memory' }) };
    },
  },
  {
    id: 'pdfmake',
    title: 'pdfmake as it comes',
    format: 'pdf',
    setting: 'unpatched; font files by path, tags and PDF/A-2b asked for',
    packages: ['pdfmake'],
    pace: 'slow',
    load: async () => {
      const { openPdfmake } = await import('./pdfmake.js');
      return { open: () => openPdfmake({ fonts: 'files' }) };
    },
  },
  {
    id: 'react-pdf',
    title: 'react-pdf',
    format: 'pdf',
    setting: 'fonts registered once, break allowed between any two characters, PDF/A-2b asked for',
    packages: ['@react-pdf/renderer', 'react'],
    pace: 'slow',
    load: async () => {
      const { openReactPdf } = await import('./react-pdf.js');
      return { open: openReactPdf };
    },
  },
  {
    id: 'libreoffice',
    title: 'LibreOffice, persistent',
    format: 'pdf',
    setting: 'one office kept open and driven over its pipe; converts our DOCX, tagged PDF/A-2b',
    packages: [],
    program: { command: 'soffice', args: ['--version'] },
    pace: 'slow',
    load: async () => {
      const { openLibreOffice } = await import('./libreoffice.js');
      return { open: openLibreOffice };
    },
  },
  {
    id: 'libreoffice-cold',
    title: 'LibreOffice, cold',
    format: 'pdf',
    setting: '`soffice --convert-to pdf` for each document, tagged PDF/A-2b',
    packages: [],
    program: { command: 'soffice', args: ['--version'] },
    pace: 'cold',
    load: async () => {
      const { openColdLibreOffice } = await import('./libreoffice.js');
      return { open: openColdLibreOffice };
    },
  },
  {
    id: 'chromium',
    title: 'Chromium, warm',
    format: 'pdf',
    setting: 'one browser and one page kept open (playwright-core), fonts of the system, tagged',
    packages: ['playwright-core'],
    program: { command: 'chromium', args: ['--version'] },
    pace: 'slow',
    load: async () => {
      const { openChromium } = await import('./chromium.js');
      return { open: openChromium };
    },
  },
  {
    id: 'ours-docx-checked',
    title: 'Anshu DOCX, leak check included',
    format: 'docx',
    setting: 'as the service does it',
    packages: ['docx'],
    pace: 'fast',
    load: async () => {
      const { openOurs } = await import('./ours.js');
      return { open: () => openOurs({ format: 'docx', leakCheck: true }) };
    },
  },
  {
    id: 'ours-docx',
    title: 'Anshu DOCX, without leak check',
    format: 'docx',
    setting: 'glyphs checked, file written',
    packages: ['docx'],
    pace: 'fast',
    load: async () => {
      const { openOurs } = await import('./ours.js');
      return { open: () => openOurs({ format: 'docx', leakCheck: false }) };
    },
  },
  {
    id: 'docx',
    title: '`docx` alone',
    format: 'docx',
    setting: 'direct formatting as in its documentation',
    packages: ['docx'],
    pace: 'fast',
    load: async () => {
      const { openDocxAlone } = await import('./docx-alone.js');
      return { open: openDocxAlone };
    },
  },
];
