export { assertNoLeak, type CarrierText } from './assert-no-leak';
export { type Reader, readers } from './readers';
