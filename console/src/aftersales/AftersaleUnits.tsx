import { Count } from '../components/Count';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import type { AftersaleDetail } from './AftersaleDrawer';

/** Which units, and how the money for them comes about. */
export function AftersaleUnits({ detail: { aftersale, maxFen, restocked } }: { detail: AftersaleDetail }) {
  const { lines, goodsFen, shippingFen, totalFen } = aftersale;
  return (
    <div className="sect">
      <h3>退的商品</h3>
      <table className="mini">
        <thead>
          <tr>
            <th>名称</th>
            <th>退几件</th>
            <th>放回货架</th>
            <th>退款</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ skuId, title, optionText, imageUrl, quantity, fen }) => (
            <tr key={skuId}>
              <td className="mini-name">
                <div className="goods">
                  <Picture url={imageUrl} size={36} />
                  <Two above={title} below={optionText || '默认款'} />
                </div>
              </td>
              <td>
                <Count value={quantity} />
              </td>
              <td className="mut">{restocked.find((units) => units.skuId === skuId)?.quantity ?? '—'}</td>
              <td>
                <Money fen={fen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="order-sum">
        <div className="sumrow">
          <span className="mut">
            商品{goodsFen < maxFen && <span className="sub">（至多可退 ¥{(maxFen / 100).toFixed(2)}）</span>}
          </span>
          <Money fen={goodsFen} />
        </div>
        <div className="sumrow">
          <span className="mut">运费</span>
          <Money fen={shippingFen} />
        </div>
        <div className="sumrow total">
          <span>退款</span>
          <Money fen={totalFen} />
        </div>
      </div>
    </div>
  );
}
