/** What is priced: units at today's price. Fen. */
export interface PricedLine {
  unitFen: number;
  quantity: number;
}

export interface ShippingRule {
  feeFen: number;
  /** Goods worth this much travel free. */
  freeFromFen: number;
}

export interface Amounts {
  goodsFen: number;
  shippingFen: number;
  discountFen: number;
  /** Always goods + shipping - discount. */
  totalFen: number;
}

/** The one place where a total is made. Pure: the same lines cost the same in a quote, an order and a test. */
export function price(lines: readonly PricedLine[], shipping: ShippingRule): Amounts {
  const goodsFen = lines.reduce((total, line) => total + line.unitFen * line.quantity, 0);
  const shippingFen = goodsFen >= shipping.freeFromFen ? 0 : shipping.feeFen;
  const discountFen = 0;
  return { goodsFen, shippingFen, discountFen, totalFen: goodsFen + shippingFen - discountFen };
}
