import { useState } from 'react';
import { Button, Input } from 'antd';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  arrayMove,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Panel } from '../components/Panel';
import { PicturePicker } from '../components/PicturePicker';
import type { Draft } from './draft';

const MAX_PICTURES = 20;
const HOW_TO = '按空格拿起，用方向键移动，再按空格放下';

interface ProductPicturesProps {
  images: Draft['images'];
  onChange(images: Draft['images']): void;
}

/** Sorted by pointer or keyboard; the first one stands for the product in lists. */
export function ProductPictures({ images, onChange }: ProductPicturesProps) {
  const [isPicking, setPicking] = useState(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const urls = images.map(({ url }) => url);
  const move = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) {
      onChange(arrayMove(images, urls.indexOf(String(active.id)), urls.indexOf(String(over.id))));
    }
  };
  const placeOf = (id: UniqueIdentifier | undefined) => urls.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `拿起了第 ${placeOf(active.id)} 张图片`,
    // at the start it is over itself, which must not talk over being taken up
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id ? `移到第 ${placeOf(over.id)} 张的位置` : undefined,
    onDragEnd: ({ over }) => (over ? `放在第 ${placeOf(over.id)} 张的位置` : '放回原处'),
    onDragCancel: () => '放回原处',
  };
  return (
    <Panel
      title="图片"
      note="拖动排序，第一张是主图；说明读给看不见图的人听"
      extra={<span className="note num">{`${images.length} / ${MAX_PICTURES}`}</span>}
    >
      <div className="row product-pictures">
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={{ announcements, screenReaderInstructions: { draggable: HOW_TO } }}
          onDragEnd={move}
        >
          <SortableContext items={urls} strategy={rectSortingStrategy}>
            {images.map((image, index) => (
              <SortablePicture
                key={image.url}
                image={image}
                index={index}
                onAlt={(alt) => onChange(images.map((one) => (one === image ? { ...one, alt } : one)))}
                onRemove={() => onChange(images.filter((one) => one !== image))}
              />
            ))}
          </SortableContext>
        </DndContext>
        {images.length < MAX_PICTURES && (
          <Button
            type="dashed"
            className="add-picture"
            icon={<PlusOutlined />}
            aria-label="添加图片"
            onClick={() => setPicking(true)}
          />
        )}
      </div>
      <PicturePicker
        isOpen={isPicking}
        max={MAX_PICTURES - images.length}
        onClose={() => setPicking(false)}
        onPick={(assets) =>
          onChange([...images, ...assets.filter(({ url }) => !urls.includes(url)).map(({ url }) => ({ url, alt: '' }))])
        }
      />
    </Panel>
  );
}

interface SortablePictureProps {
  image: Draft['images'][number];
  index: number;
  onAlt(alt: string): void;
  onRemove(): void;
}

function SortablePicture({ image: { url, alt }, index, onAlt, onRemove }: SortablePictureProps) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id: url });
  return (
    <div
      ref={setNodeRef}
      className="product-picture"
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <div className={`product-picture-frame ${index === 0 ? 'first' : ''}`}>
        <img src={url} alt={`第 ${index + 1} 张图片`} {...attributes} {...listeners} />
        {index === 0 && <span className="chip hot">主图</span>}
        <button type="button" className="remove" aria-label={`移除第 ${index + 1} 张图片`} onClick={onRemove}>
          <CloseOutlined />
        </button>
      </div>
      <Input.TextArea
        size="small"
        autoSize={{ minRows: 2, maxRows: 3 }}
        value={alt}
        maxLength={120}
        placeholder="说明"
        title="读给看不见图的人听"
        aria-label={`第 ${index + 1} 张图片的说明`}
        onChange={({ target }) => onAlt(target.value)}
      />
    </div>
  );
}
