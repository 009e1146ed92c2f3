import qrcode from 'qrcode-generator';

/** The margin that readers of codes need, in modules. */
const QUIET = 4;

/** A code for any camera: it opens the shop's page, which resolves the token. */
export function linkCode(publicUrl: string, token: string): { contentType: string; bytes: Buffer } {
  return { contentType: 'image/svg+xml', bytes: Buffer.from(drawQr(`${publicUrl}/s/${token}`)) };
}

function drawQr(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) dark.push(`M${column + QUIET},${row + QUIET}h1v1h-1z`);
    }
  }
  const side = size + 2 * QUIET;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="430" height="430">` +
    `<path fill="#fff" d="M0,0h${side}v${side}h-${side}z"/><path shape-rendering="crispEdges" d="${dark.join('')}"/></svg>`
  );
}
