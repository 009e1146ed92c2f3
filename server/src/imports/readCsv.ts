import { isUtf8 } from 'node:buffer';

/** One record of a CSV file, or why it is not one. `line` is the physical line on which it starts, from 1. */
export type CsvRecord = { line: number; fields: string[]; fault?: undefined } | { line: number; fault: string };

/** Bytes. An unclosed quote would otherwise take the rest of the file for one record. */
const MAX_RECORD = 2 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;
const NOT_UTF8 = '不是 UTF-8 编码，请另存为“CSV UTF-8”后再导入';

/**
 * Reads CSV (RFC 4180, with or without a BOM, lines ended by LF, CRLF or CR) record by record, in little memory.
 * Written by hand because physical line numbers must be right, also after quoted line breaks and blank lines.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  let line = 0;
  let open: OpenRecord | null = null;
  for await (const bytes of splitLines(chunks)) {
    line += 1;
    if (bytes === null) {
      yield { line: open?.line ?? line, fault: '这一条太长，可能少了一个引号；其后的内容没有检查' };
      return;
    }
    const text = line === 1 ? bytes.toString('utf8').replace(/^\ufeff/, '') : bytes.toString('utf8');
    open ??= { line, fields: [], field: null, size: 0 };
    open.size += bytes.length;
    if (!isUtf8(bytes)) open.fault = NOT_UTF8;
    if (open.size > MAX_RECORD) {
      yield { line: open.line, fault: '这一条太长，可能少了一个引号；其后的内容没有检查' };
      return;
    }
    if (!readLine(open, text)) continue;
    if (open.fault) yield { line: open.line, fault: open.fault };
    else if (open.fields.some((field) => field !== '')) yield { line: open.line, fields: open.fields };
    open = null;
  }
  if (open) yield { line: open.line, fault: open.fault ?? '引号没有闭合；其后的内容没有检查' };
}

interface OpenRecord {
  line: number;
  fields: string[];
  /** The parts of the quoted field that is open at the end of the line. */
  field: string[] | null;
  size: number;
  fault?: string;
}

/** Adds a line to a record; true when the record ends with it. */
function readLine(record: OpenRecord, source: string): boolean {
  const text = source.endsWith('\r') ? source.slice(0, -1) : source;
  if (record.field === null && !text.includes('"')) {
    record.fields = text.split(',');
    return true;
  }
  let at = 0;
  let isQuoted = record.field !== null;
  let parts = record.field ?? [];
  if (isQuoted) parts.push('\n');
  for (;;) {
    if (!isQuoted && text[at] === '"') {
      isQuoted = true;
      parts = [];
      at += 1;
    }
    if (isQuoted) {
      const end = text.indexOf('"', at);
      parts.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) {
        record.field = parts;
        return false;
      }
      at = end + 1;
      if (text[at] === '"') {
        parts.push('"');
        at += 1;
        continue;
      }
      isQuoted = false;
      record.field = null;
      record.fields.push(parts.join(''));
      if (at < text.length && text[at] !== ',') {
        record.fault ??= '引号后面有多余的字符';
        return true;
      }
      if (at >= text.length) return true;
      at += 1;
      continue;
    }
    const comma = text.indexOf(',', at);
    record.fields.push(comma < 0 ? text.slice(at) : text.slice(at, comma));
    if (comma < 0) return true;
    at = comma + 1;
  }
}

/** The file's lines without their LF (or CR, in a file that has no LF at first); null for an endless one. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let rest: Buffer[] = [];
  let size = 0;
  let end: number | undefined;
  for await (const next of chunks) {
    let chunk = next;
    if (end === undefined) {
      chunk = Buffer.concat([...rest, next]);
      rest = [];
      size = 0;
      end = lineEnd(chunk);
    }
    let start = 0;
    for (let at = end ? chunk.indexOf(end) : -1; at >= 0; at = chunk.indexOf(end!, start)) {
      yield rest.length > 0 ? Buffer.concat([...rest, chunk.subarray(start, at)]) : chunk.subarray(start, at);
      rest = [];
      size = 0;
      start = at + 1;
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      size += chunk.length - start;
    }
    if (size > MAX_RECORD) {
      yield null;
      return;
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** What ends the lines of a file that begins like this; undefined while a CR at the end may still be half a CRLF. */
function lineEnd(head: Buffer): number | undefined {
  if (head.includes(LF)) return LF;
  const at = head.indexOf(CR);
  return at >= 0 && at < head.length - 1 ? CR : undefined;
}
