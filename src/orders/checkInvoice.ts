import type { Invoice } from '@/api/orders';

/** An invoice while it is being typed: a tax number that nobody asks for is empty. */
export type InvoiceDraft = Omit<Invoice, 'taxNumber'> & { taxNumber: string };

/** The first thing that is wrong, as a sentence; null when the server can take it. */
export function checkInvoice(draft: InvoiceDraft): string | null {
  const { type, title, taxNumber, email } = tidyInvoice(draft);
  const isCompany = type === 'company';
  if (!title) return isCompany ? '请填企业名称' : '请填姓名';
  if (isCompany && !/^[0-9A-Z]{15,20}$/.test(taxNumber ?? '')) return '税号是 15 到 20 位数字或字母';
  return /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,20}$/.test(email) ? null : '请填能收到发票的邮箱';
}

export function tidyInvoice({ type, title, taxNumber, email }: InvoiceDraft): Invoice {
  return {
    type,
    title: title.trim(),
    taxNumber: type === 'company' ? taxNumber.replace(/\s/g, '').toUpperCase() : null,
    email: email.trim(),
  };
}
