import { expect, it } from 'vitest';
import { contactKind, loadPhones } from './contact.ts';

it('takes a number by its length until more is known, and an address always', async () => {
  expect(contactKind('someone@example.com', 'MY')).toBe('email');
  expect(contactKind('someone@example', 'MY')).toBeNull();
  expect(contactKind('0123456789', 'MY')).toBe('phone');
  expect(contactKind('01234567890123', 'MY')).toBe('phone');
  expect(contactKind('0123', 'MY')).toBeNull();
  await loadPhones();
  expect(contactKind('012-345 6789', 'MY')).toBe('phone');
  expect(contactKind('01234567890123', 'MY')).toBeNull();
  expect(contactKind('+44 20 7946 0958', 'MY')).toBe('phone');
});

it('takes the digits of every keyboard here, and what a copied number brings along', async () => {
  await loadPhones();
  expect(contactKind('۰۳۰۰ ۱۲۳۴۵۶۷', 'PK')).toBe('phone');
  expect(contactKind('٠٣٠٠ ١٢٣٤٥٦٧', 'PK')).toBe('phone');
  expect(contactKind('\u202a+60 12-345 6789\u202c', 'MY')).toBe('phone');
  expect(contactKind('\u200esomeone@example.com', 'MY')).toBe('email');
});
