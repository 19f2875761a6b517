/** Spreadsheets as people send them, good and bad, made here byte by byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file and gives its path. */
export function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A CSV text of rows. Cells with signs of their own are quoted. */
export function csv(rows, sign = ',') {
  const cell = (text) => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map((value) => cell(String(value))).join(sign)).join('\r\n');
}

/** UTF-16 with its mark, little end first, as Excel's "Unicode text". */
export function utf16(text) {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

/** A few Chinese words in GBK, which Node decodes but does not encode. */
const GBK = [...'客户名称电话华星自动化北方机械手'].reduce(
  (all, sign) => all.set(sign, null),
  new Map(),
);

/** A text in GBK: every sign is found by decoding all pairs of bytes once. */
export function gbk(text) {
  if ([...GBK.values()].includes(null)) learn();
  const bytes = [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : GBK.get(sign)));
  return Buffer.from(bytes);
}

function learn() {
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (GBK.has(sign)) GBK.set(sign, [high, low]);
    }
  }
}

const OLE = Buffer.from('D0CF11E0A1B11AE1', 'hex');

/** The beginning of a workbook of before 2007. */
export function oldExcel() {
  return Buffer.concat([
    OLE,
    Buffer.alloc(2040),
    Buffer.from('Workbook', 'utf16le'),
    Buffer.alloc(512),
  ]);
}

/** The beginning of a workbook with a password. */
export function encryptedExcel() {
  const names = Buffer.from('EncryptionInfo\0EncryptedPackage', 'utf16le');
  return Buffer.concat([OLE, Buffer.alloc(1016), names, Buffer.alloc(1024)]);
}

/** Looks like a zip at first sight. */
export function zipRubbish() {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), noise(4000)]);
}

/** Bytes that are nothing, the same each time. */
export function noise(length) {
  const bytes = Buffer.alloc(length);
  let state = 7;
  for (let i = 0; i < length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[i] = state >> 16;
  }
  return bytes;
}

const TABLE = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
);

function crc32(bytes) {
  return (bytes.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), -1) ^ -1) >>> 0;
}

function part(name, text) {
  const data = Buffer.from(text);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(name.length, 22);
  return { name: Buffer.from(name), data, common };
}

/** A zip without compression. */
function zip(files) {
  const parts = Object.entries(files).map(([name, text]) => part(name, text));
  const heads = [];
  const bodies = [];
  let at = 0;
  for (const { name, data, common } of parts) {
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    heads.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function xlsxCell(value, at) {
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (value instanceof Date) {
    const serial = value.getTime() / 86_400_000 + 25_569;
    return `<c r="${at}" s="1"><v>${serial}</v></c>`;
  }
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A workbook of one sheet; numbers and dates are real ones. */
export function xlsx(rows, { sheet = 'Sheet1' } = {}) {
  const column = (n) => String.fromCharCode(65 + n);
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => xlsxCell(value, `${column(c)}${r + 1}`)).join('');
    return `<row r="${r + 1}">${cells}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  });
}
