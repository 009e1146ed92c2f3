import { ColorPicker } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { wordOf } from './words';

/** How the default theme draws its tokens: swatches only, the storefront has its own. */
const SWATCHES: Record<string, string> = {
  primary: '#CF3F22',
  primarySoft: '#FBEBE3',
  surface: '#FFFFFF',
  paper: '#F6F4F0',
  sunken: '#EFEAE3',
  ink: '#221E1A',
};
const HEX = /^#[0-9a-f]{6}$/i;

/** A theme's colour, which follows the theme, or one of the marketer's own. */
export function ColourField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'colour'>>) {
  const error = useErrorAt(path);
  const own = typeof value === 'string' && HEX.test(value) ? value : null;
  return (
    <Field
      label={label}
      isRequired={isRequired}
      error={error}
      hint={node.tokens.length > 0 ? '前几种会跟着主题变' : undefined}
    >
      <div className="swatches">
        {!isRequired && (
          <Swatch title="默认" ground="" isOn={value === undefined} onPick={() => onChange(undefined, path)} />
        )}
        {node.tokens.map((token) => (
          <Swatch
            key={token}
            title={wordOf(token)}
            ground={SWATCHES[token] ?? ''}
            isOn={value === token}
            onPick={() => onChange(token, path)}
          />
        ))}
        <ColorPicker
          value={own}
          disabledAlpha
          format="hex"
          onChangeComplete={(colour) => onChange(colour.toHexString().slice(0, 7), path)}
        >
          <button type="button" className={`sw ${own ? 'on' : ''}`}>
            <i className={own ? undefined : 'rainbow'} style={own ? { background: own } : undefined} />
            自选
          </button>
        </ColorPicker>
      </div>
      {own && <span className="note">{own}</span>}
    </Field>
  );
}

interface SwatchProps {
  title: string;
  ground: string;
  isOn: boolean;
  onPick(): void;
}

function Swatch({ title, ground, isOn, onPick }: SwatchProps) {
  return (
    <button type="button" className={`sw ${isOn ? 'on' : ''}`} aria-pressed={isOn} onClick={onPick}>
      <i className={ground ? undefined : 'checker'} style={ground ? { background: ground } : undefined} />
      {title}
    </button>
  );
}
