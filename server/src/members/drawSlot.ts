import qrcode from 'qrcode-generator';
import sharp from 'sharp';
import { code128 } from './code128';

/** Clear space that scanners ask for, in modules. */
const BAR_QUIET = 10;
const QR_QUIET = 4;

const clear = (modules: number) => Array<boolean>(modules).fill(false);

/** The code as a barcode and as a QR code: small pictures that every platform shows, without a network. */
export async function drawSlot(code: string): Promise<{ barcodeUrl: string; qrUrl: string }> {
  const bars = [...clear(BAR_QUIET), ...code128(code), ...clear(BAR_QUIET)];
  const [barcodeUrl, qrUrl] = await Promise.all([
    drawModules([bars], { across: 4, down: 120 }),
    drawModules(qrRows(code), { across: 12, down: 12 }),
  ]);
  return { barcodeUrl, qrUrl };
}

/** Each module is so many whole pixels wide and high: no edge is grey, and two colours make a picture of some 300 bytes. */
async function drawModules(rows: readonly (readonly boolean[])[], { across, down }: { across: number; down: number }) {
  const [width, height] = [rows[0]!.length, rows.length];
  const pixels = Uint8Array.from(rows.flat(), (isBlack) => (isBlack ? 0 : 255));
  const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize(width * across, height * down, { kernel: 'nearest', fit: 'fill' })
    .png({ palette: true, colours: 2 })
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

function qrRows(code: string): boolean[][] {
  const qr = qrcode(0, 'M');
  qr.addData(code, 'Numeric');
  qr.make();
  const size = qr.getModuleCount();
  const side = size + 2 * QR_QUIET;
  const isInside = (at: number) => at >= 0 && at < size;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => {
      const [row, column] = [y - QR_QUIET, x - QR_QUIET];
      return isInside(row) && isInside(column) && qr.isDark(row, column);
    }),
  );
}
