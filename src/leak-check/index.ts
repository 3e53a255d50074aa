export { assertNoLeak, type CarrierText } from './assert-no-leak';
export { readers } from './readers';
