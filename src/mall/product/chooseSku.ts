import { MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { RouteOk } from '@jishi/contract/routes';

export type Product = RouteOk<'GET /api/products/:productId'>;
export type Sku = Product['skus'][number];

/** One entry per option, in their order; null while nothing is chosen on that axis. */
export type Choice = readonly (string | null)[];

export interface AxisValue {
  value: string;
  isChosen: boolean;
  /** Some SKU in stock has it together with what is chosen on the other axes. */
  isEnabled: boolean;
  /** Not enabled, but such a SKU exists and may return: 缺货. */
  isMissing: boolean;
}

export interface Axis {
  name: string;
  values: AxisValue[];
}

type Options = Pick<Product, 'options' | 'skus'>;

/** The values of a SKU that is known already; else what a shopper need not choose: axes with a single value. */
export function startChoice({ options, skus }: Options, skuId?: string): Choice {
  const known = skuId === undefined ? undefined : skus.find(({ id }) => id === skuId);
  return known ? known.optionValues : options.map(({ values }) => (values.length === 1 ? values[0]! : null));
}

/** Sets a value, or clears it when it is the one already chosen; a single-valued axis cannot be cleared. */
export function choose({ options }: Pick<Product, 'options'>, choice: Choice, axis: number, value: string): Choice {
  const isCleared = choice[axis] === value && options[axis]!.values.length > 1;
  return choice.map((chosen, index) => (index === axis ? (isCleared ? null : value) : chosen));
}

/** SKUs that have every chosen value; `except` leaves one axis out of account. */
export function matching(skus: readonly Sku[], choice: Choice, except = -1): Sku[] {
  return skus.filter((sku) =>
    choice.every((value, axis) => axis === except || value === null || sku.optionValues[axis] === value),
  );
}

/** Every axis with the state of each of its values under the present choice. */
export function axesOf({ options, skus }: Options, choice: Choice): Axis[] {
  return options.map(({ name, values }, axis) => {
    const candidates = matching(skus, choice, axis);
    return {
      name,
      values: values.map((value) => {
        const withValue = candidates.filter((sku) => sku.optionValues[axis] === value);
        const isEnabled = withValue.some((sku) => sku.stock > 0);
        return { value, isChosen: choice[axis] === value, isEnabled, isMissing: !isEnabled && withValue.length > 0 };
      }),
    };
  });
}

/** The SKU once every axis is chosen; null before, or when no such SKU exists. A product without options has one. */
export function chosenSku({ skus }: Pick<Product, 'skus'>, choice: Choice): Sku | null {
  if (choice.some((value) => value === null)) return null;
  return matching(skus, choice)[0] ?? null;
}

/** Names of the axes still open, for 请选择 釉色、容量. */
export function openAxes({ options }: Pick<Product, 'options'>, choice: Choice): string[] {
  return options.filter((_, axis) => choice[axis] === null).map(({ name }) => name);
}

/** What the sheet shows for a choice that may still be partial. Money in fen. */
export interface Offer {
  priceFen: number;
  hasRange: boolean;
  compareAtFen: number | null;
  stock: number;
  imageUrl: string | null;
}

export function offerOf(product: Product, choice: Choice): Offer {
  const matches = matching(product.skus, choice);
  const pool = matches.length > 0 ? matches : product.skus;
  const prices = pool.map((sku) => sku.priceFen);
  const priceFen = prices.length > 0 ? Math.min(...prices) : product.priceFen;
  const cheapest = pool.find((sku) => sku.priceFen === priceFen);
  const hasChoice = choice.some((value) => value !== null);
  const picture = hasChoice ? pool.find((sku) => sku.imageUrl !== null)?.imageUrl : null;
  return {
    priceFen,
    hasRange: prices.some((price) => price !== priceFen),
    compareAtFen: cheapest ? cheapest.compareAtFen : product.compareAtFen,
    stock: matches.reduce((sum, sku) => sum + sku.stock, 0),
    imageUrl: picture ?? product.images[0]?.url ?? product.imageUrl,
  };
}

/** The one picture that all SKUs of a value share, or null. */
export function valuePicture(skus: readonly Sku[], axis: number, value: string): string | null {
  const urls = new Set(skus.filter((sku) => sku.optionValues[axis] === value).map((sku) => sku.imageUrl));
  return urls.size === 1 ? [...urls][0]! : null;
}

/** How many of a SKU one may take at once; at least 1, so that a stepper has a range. */
export function quantityLimit(sku: Sku | null): number {
  return sku ? Math.max(1, Math.min(sku.stock, MAX_QUANTITY)) : MAX_QUANTITY;
}
