import { readFileSync } from 'node:fs';
import path from 'node:path';
import sass from 'sass';

const folder = path.resolve(__dirname, '..', 'node_modules', '@tabler', 'icons', 'icons', 'outline');

/** An icon of @tabler/icons (MIT) as a data address, without what a mask does not need. */
function iconAddress(name: string): string {
  const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<path stroke="none"[^>]*>/, '')
    .replace(/\s+class="[^"]*"/, '')
    .replace('stroke-width="2"', 'stroke-width="1.75"')
    .replace('stroke="currentColor"', 'stroke="#000"')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ ?(\/?>)/g, '$1')
    .replace(/"/g, "'")
    .trim();
  return `url("data:image/svg+xml,${svg.replace(/[#%<>]/g, (sign) => encodeURIComponent(sign))}")`;
}

/** The Sass function `icon(name)`: style sheets name an icon, the build puts its drawing in. */
export const sassLoaderOption = {
  sassOptions: {
    functions: {
      'icon($name)': (name: { getValue(): string }) => new sass.types.String(iconAddress(name.getValue())),
    },
  },
};
