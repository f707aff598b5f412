import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadSettingError, readSettings, SETTINGS } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      dataDir: '.data',
      hosted: null,
      ocrApiKeys: null,
      allowManual: true,
      retentionDays: 90,
    });
  });

  it('has each setting passed on by compose.yaml, or fixed there', () => {
    const compose = readFileSync(join(import.meta.dirname, '../../compose.yaml'), 'utf8');
    // Where the image listens and keeps its files stands in the image.
    const ofImage = ['PORT', 'HOST', 'DATA_DIR'];
    const missing = SETTINGS.filter((name) => !new RegExp(`^ +${name}:`, 'm').test(compose));
    expect(missing.filter((name) => !ofImage.includes(name))).toEqual([]);
  });

  it('takes an empty variable as unset', () => {
    expect(readSettings({ PORT: '', OCR_API_KEYS: '' })).toMatchObject({ port: 8080, ocrApiKeys: null });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'kenal.example'],
    ['PUBLIC_URL', 'http://kenal.example'],
    ['OCR_API_URL', 'ftp://ocr.example'],
    ['OCR_FALLBACK', 'other'],
    ['OCR_SHADOW', '1.5'],
    ['OCR_SHADOW', 'half'],
    ['OCR_API_KEYS', 'one,,two'],
    ['SECRET_KEY', 'too short to be a secret'],
    ['SECRET_KEY_PREVIOUS', 'short'],
    ['ALLOW_MANUAL', 'yes'],
    ['RETENTION_DAYS', '0'],
    ['LOG_LEVEL', 'loud'],
    ['PROOF_OF_WORK', 'yes'],
    ['PROOF_OF_WORK', '1000000'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['DATABASE_URL', 'mysql://db/kenal'],
    ['IMAGE_STORE', 'ftp://bucket'],
    ['METRICS_TOKEN', 'short'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'the office'],
    ['NOTIFY_URL', 'http://hook.example'],
    ['NOTIFY_SECRET', 'whsec_short'],
  ])('refuses %s=%s in one line that names it and does not quote it', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(BadSettingError);
    expect(read).toThrow(new RegExp(`^${name} [^\n]+$`));
    expect(read).not.toThrow(value);
  });

  it('knows an S3 bucket by its endpoint', () => {
    const IMAGE_STORE = 's3://cards?endpoint=http://localhost:9000/&region=ap-southeast-5';
    expect(() => readSettings({ IMAGE_STORE })).toThrow(/^AWS_ACCESS_KEY_ID is missing/);
    const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
    expect(readSettings({ IMAGE_STORE, ...keys }).s3).toEqual({
      bucketUrl: 'http://localhost:9000/cards',
      region: 'ap-southeast-5',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    });
    expect(() => readSettings({ IMAGE_STORE: 's3://cards?endpoint=nowhere', ...keys })).toThrow(
      /^IMAGE_STORE has/,
    );
  });

  it('wants a key with a hosted API', () => {
    const plain = { OCR_API_URL: 'http://ocr.internal:8080', OCR_API_KEY: 'k' };
    expect(() => readSettings(plain)).toThrow(/^OCR_API_URL must be https/);
    expect(readSettings({ ...plain, OCR_API_ALLOW_HTTP: 'true' }).hosted?.url).toBe(plain.OCR_API_URL);
    expect(readSettings({ ...plain, OCR_API_URL: 'http://127.0.0.1:9' }).hosted?.url).toContain('127');
    expect(() => readSettings({ OCR_API_URL: 'https://ocr.example' })).toThrow(/^OCR_API_KEY is missing/);
    const { hosted } = readSettings({ OCR_API_URL: 'https://ocr.example/', OCR_API_KEY: 'k' });
    expect(hosted).toEqual({ url: 'https://ocr.example', key: 'k' });
  });
});
