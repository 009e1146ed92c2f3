import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { MIN_SIDE, moveRect, rectBetween, resizeRect, type Area, type Rect } from './areas';
import type { BesidePicture } from './pictureBeside';

interface AreasPictureProps {
  picture: BesidePicture;
  areas: Area[];
  chosen: number;
  onChoose(index: number): void;
  onDraw(rect: Rect): void;
  onChange(index: number, rect: Rect): void;
}

interface Drag {
  is: 'draw' | 'move' | 'resize';
  index: number;
  from: { x: number; y: number };
  start: Rect;
}

const STEP = 0.01;
const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Draws on empty ground, moves by the middle, resizes by the corner; arrow keys move, with shift they resize. */
export function AreasPicture({ picture, areas, chosen, onChoose, onDraw, onChange }: AreasPictureProps) {
  const ground = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);

  const pointOf = (event: PointerEvent) => {
    const box = ground.current!.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const begin = (is: Drag['is'], index: number) => (event: PointerEvent) => {
    event.stopPropagation();
    ground.current!.setPointerCapture(event.pointerId);
    if (index >= 0) onChoose(index);
    setDrag({ is, index, from: pointOf(event), start: areas[index] ?? { x: 0, y: 0, width: 0, height: 0 } });
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const at = pointOf(event);
    if (drag.is === 'draw') return setDrawn(rectBetween(drag.from, at));
    const change = drag.is === 'move' ? moveRect : resizeRect;
    onChange(drag.index, change(drag.start, at.x - drag.from.x, at.y - drag.from.y));
  };
  const end = () => {
    if (drawn && drawn.width >= MIN_SIDE && drawn.height >= MIN_SIDE) onDraw(drawn);
    setDrag(null);
    setDrawn(null);
  };
  const press = (index: number) => (event: KeyboardEvent) => {
    const [dx, dy] = KEYS[event.key] ?? [];
    if (dx === undefined || dy === undefined) return;
    event.preventDefault();
    onChange(index, (event.shiftKey ? resizeRect : moveRect)(areas[index]!, dx, dy));
  };
  return (
    <>
      <div
        ref={ground}
        className="areas"
        style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
        onPointerDown={begin('draw', -1)}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <img src={picture.url} alt="" draggable={false} />
        {areas.map((area, index) => (
          <button
            key={index}
            type="button"
            className={`area ${index === chosen ? 'on' : ''}`}
            style={styleOf(area)}
            aria-label={`热区 ${index + 1}：${area.label ?? ''}`}
            onPointerDown={begin('move', index)}
            onFocus={() => onChoose(index)}
            onKeyDown={press(index)}
          >
            {index + 1}
            <i className="area-corner" onPointerDown={begin('resize', index)} />
          </button>
        ))}
        {drawn && <span className="area drawn" style={styleOf(drawn)} />}
      </div>
      <p className="note">在图上拖出新热区；选中后用方向键移动，按住 Shift 改大小</p>
    </>
  );
}

const percent = (share: number) => `${share * 100}%`;
const styleOf = ({ x, y, width, height }: Rect) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
