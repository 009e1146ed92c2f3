import { PlatformTag } from '../components/PlatformTag';
import { clockOf } from '../time';
import type { OrderDetail } from './OrderDrawer';
import { MOVE_WORDS } from './orderWords';

/** Who gets the goods and where, the invoice, and what has happened. */
export function BuyerSide({ detail: { order, platform, moves } }: { detail: OrderDetail }) {
  const { address, pickup, invoice, note } = order;
  return (
    <aside>
      <div className="sect">
        <h3>{pickup ? '到店自提' : '收货'}</h3>
        <p>
          {address.name} <span className="num">{address.phone}</span>
        </p>
        {pickup ? (
          <p>
            {pickup.name}
            <span className="sub"> {`${pickup.opensAt}–${pickup.closesAt}`}</span>
          </p>
        ) : (
          <p>
            {address.province === address.city ? address.city : address.province + address.city}
            {address.district}
            <br />
            {address.detail}
          </p>
        )}
        {note && <p className="order-note">留言：{note}</p>}
      </div>
      <div className="sect">
        <h3>来源</h3>
        <PlatformTag platform={platform} />
      </div>
      {invoice && (
        <div className="sect">
          <h3>发票</h3>
          <p>{invoice.title}</p>
          {invoice.taxNumber && <p className="sub num">{invoice.taxNumber}</p>}
          <p className="sub">{invoice.email}</p>
        </div>
      )}
      <div className="sect">
        <h3>经过</h3>
        <ul className="tl">
          {[...moves].reverse().map(({ to, reason, createdAt }, index) => (
            <li key={to} className={index === 0 ? 'on' : ''}>
              <time>{clockOf(createdAt)}</time>
              <div>{MOVE_WORDS[reason] ?? reason}</div>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
