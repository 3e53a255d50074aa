/** LibreOffice as the second reader of our DOCX files; the page comparison uses the same one. */
export { convertAllToPdf, convertToPdf } from '../../scripts/compare-pages/office';
