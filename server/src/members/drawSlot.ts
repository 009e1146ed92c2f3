import qrcode from 'qrcode-generator';
import { code128 } from './code128';
import { monoPng } from './monoPng';

/** Clear space that scanners ask for, in modules. */
const BAR_QUIET = 10;
const QR_QUIET = 4;

const clear = (modules: number) => Array<boolean>(modules).fill(false);
const toUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The code as a barcode and as a QR code: small pictures that every platform shows, without a network. */
export function drawSlot(code: string): { barcodeUrl: string; qrUrl: string } {
  const bars = [...clear(BAR_QUIET), ...code128(code), ...clear(BAR_QUIET)];
  return {
    barcodeUrl: toUrl(monoPng([bars], { across: 4, down: 120 })),
    qrUrl: toUrl(monoPng(qrRows(code), { across: 12, down: 12 })),
  };
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
