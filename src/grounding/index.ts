export { checkClaim } from './claim.ts';
export { checkQuotation } from './quotation.ts';
export { restore, toRecord } from './restore.ts';
export { settleItem, type Verdict, type VerifiedItem, verifyItem } from './verify.ts';
