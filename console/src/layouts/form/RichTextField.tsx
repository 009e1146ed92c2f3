import { createElement, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { PicturePicker } from '../../components/PicturePicker';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { MARKS, mark, parseRichText, type Mark, type ParsedNode } from './richText';

/** A text with a few marks, and below it what it looks like. */
export function RichTextField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const error = useErrorAt(path);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setPicking] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const parsed = useMemo(() => parseRichText(text), [text]);
  const apply = (chosen: Mark) => {
    const { selectionStart, selectionEnd } = area.current ?? { selectionStart: text.length, selectionEnd: text.length };
    const next = mark(text, selectionStart, selectionEnd, chosen);
    onChange(next.text, '');
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.from, next.to);
    });
  };
  return (
    <Field label={label} isRequired={isRequired} error={error} hint={`${text.length} / ${node.max ?? 0}`}>
      <div className="rich">
        <div className="rich-bar">
          {MARKS.map((each) => (
            <Button key={each.name} size="small" type="text" onClick={() => apply(each)}>
              {each.name}
            </Button>
          ))}
          <Button size="small" type="text" onClick={() => setPicking(true)}>
            图片
          </Button>
        </div>
        <textarea
          ref={area}
          aria-label={label}
          value={text}
          maxLength={node.max}
          rows={9}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value, path)}
        />
      </div>
      <div className="rich-look" aria-label="显示出来的样子">
        {parsed.map(draw)}
      </div>
      <PicturePicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={([picked]) => {
          if (!picked) return;
          const { url, width, height } = picked;
          setPicking(false);
          apply({ name: '图片', before: `<img src="${url}" width="${width}" height="${height}" alt="`, after: '">' });
        }}
      />
    </Field>
  );
}

/** As elements and never as HTML: a stored text runs nothing in the console. */
function draw(node: ParsedNode, index: number): ReactNode {
  if (typeof node === 'string') return node;
  const { tag, src, alt, children } = node;
  if (tag === 'br') return <br key={index} />;
  if (tag === 'img') return <img key={index} src={src} alt={alt} />;
  return createElement(tag, { key: index }, ...children.map(draw));
}
