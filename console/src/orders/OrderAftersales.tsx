import { Link } from 'react-router';
import type { AftersaleKind, AftersaleState } from '@jishi/contract/plain/aftersales';
import { Chip } from '../components/Chip';
import { AFTERSALE_KIND_WORDS, AFTERSALE_STATE_WORDS, AFTERSALE_TONES } from '../components/aftersaleWords';

interface OrderAftersalesProps {
  aftersales: readonly { id: string; kind: AftersaleKind; state: AftersaleState }[];
}

/** What was asked back of an order; each is answered on its own page. */
export function OrderAftersales({ aftersales }: OrderAftersalesProps) {
  return (
    <div className="sect">
      {aftersales.map(({ id, kind, state }) => (
        <Link
          key={id}
          className={`box aftersale-link ${state === 'requested' ? 'hot' : ''}`}
          to={`/aftersales?id=${id}`}
        >
          <b>{AFTERSALE_KIND_WORDS[kind]}</b>
          <Chip tone={AFTERSALE_TONES[state]}>{AFTERSALE_STATE_WORDS[state]}</Chip>
          <span className="grow" />
          <span>{state === 'requested' ? '去答复' : '查看'}</span>
        </Link>
      ))}
    </div>
  );
}
