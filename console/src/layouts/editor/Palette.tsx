import { useState } from 'react';
import { Input, Tooltip } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { BLOCK_KINDS, LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { canAdd } from '../draft/edits';
import type { DraftDocument } from '../draft/blocks';
import { BlockIcon } from './BlockIcon';

interface PaletteProps {
  document: DraftDocument;
  onAdd(kind: BlockKind): void;
}

/** Every kind of block, by group. One press adds it below the chosen block. */
export function Palette({ document, onAdd }: PaletteProps) {
  const [text, setText] = useState('');
  const found = BLOCK_KINDS.filter((kind) => LAYOUT_KINDS[kind].title.includes(text.trim()));
  const groups = [...new Set(found.map((kind) => LAYOUT_KINDS[kind].group))];
  return (
    <section className="ed-col" aria-label="添加区块">
      <div className="ed-cap">
        <Input
          size="small"
          variant="borderless"
          prefix={<SearchOutlined className="mut" />}
          placeholder="添加区块"
          aria-label="找区块"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="ed-scroll pal">
        {groups.length === 0 && <p className="note pal-none">没有叫“{text.trim()}”的区块</p>}
        {groups.map((group) => (
          <div key={group}>
            <h3>{group}</h3>
            <div className="pal-grid">
              {found
                .filter((kind) => LAYOUT_KINDS[kind].group === group)
                .map((kind) => (
                  <Kind key={kind} kind={kind} document={document} onAdd={onAdd} />
                ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function Kind({ kind, document, onAdd }: PaletteProps & { kind: BlockKind }) {
  const { title, max } = LAYOUT_KINDS[kind];
  const isOpen = canAdd(document, kind);
  const reason = document.blocks.length >= MAX_BLOCKS ? `一页最多 ${MAX_BLOCKS} 个区块` : `每页最多 ${max} 个`;
  return (
    <Tooltip title={isOpen ? undefined : reason} placement="right">
      <button type="button" className="pal-item" disabled={!isOpen} onClick={() => onAdd(kind)}>
        <BlockIcon kind={kind} />
        {title}
      </button>
    </Tooltip>
  );
}
