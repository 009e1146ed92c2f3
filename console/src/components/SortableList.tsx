import type { ReactNode } from 'react';
import { HolderOutlined } from '@ant-design/icons';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';

interface SortableListProps {
  ids: string[];
  /** For who hears the page instead of seeing it. */
  nameOf(id: string): string;
  onSort(ids: string[]): void;
  draw(id: string, grip: ReactNode): ReactNode;
}

interface Over {
  active: { id: string | number };
  over: { id: string | number } | null;
}

/** A list that is sorted by the grip of each row: by dragging, or with the space bar and the arrow keys. */
export function SortableList({ ids, nameOf, onSort, draw }: SortableListProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number) => ids.indexOf(String(id)) + 1;
  const announcements = {
    onDragStart: ({ active }: Pick<Over, 'active'>) =>
      `拿起${nameOf(String(active.id))}，第 ${place(active.id)} 个。用上下键移动，空格放下，Esc 取消`,
    // at the start it is over itself, which must not talk over being taken up
    onDragOver: ({ active, over }: Over) => (over && over.id !== active.id ? `到第 ${place(over.id)} 个` : undefined),
    onDragEnd: ({ over }: Over) => (over ? `放在第 ${place(over.id)} 个` : ''),
    onDragCancel: () => '取消移动',
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: '按空格拿起，用上下键移动' } }}
      onDragEnd={({ active, over }) => {
        if (!over || active.id === over.id) return;
        onSort(arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className="sortable">
          {ids.map((id) => (
            <Row key={id} id={id} name={nameOf(id)} draw={draw} />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  id: string;
  name: string;
  draw: SortableListProps['draw'];
}

function Row({ id, name, draw }: RowProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  });
  const grip = (
    <button
      ref={setActivatorNodeRef}
      type="button"
      className="grip"
      {...attributes}
      {...listeners}
      aria-label={`移动${name}`}
      onClick={(event) => event.stopPropagation()}
    >
      <HolderOutlined />
    </button>
  );
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? 'is-dragged' : undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {draw(id, grip)}
    </li>
  );
}
