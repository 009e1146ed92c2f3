import { useState } from 'react';
import type { AddressInput, ParsedAddress } from '@/api/addresses';
import { Sheet } from '@/components/Sheet';
import { AddressForm } from './AddressForm';
import { RegionSheet } from './RegionSheet';

const EMPTY: AddressInput = { name: '', phone: '', province: '', city: '', district: '', detail: '' };

interface NewAddressProps {
  isBusy: boolean;
  onClose(): void;
  /** Gets an address that has passed every check. */
  onSave(address: AddressInput): void;
}

/** The form and, above it, the region's lists. Mounted while it is open. */
export function NewAddress({ isBusy, onClose, onSave }: NewAddressProps) {
  const [draft, setDraft] = useState(EMPTY);
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <Sheet isOpen title="新增收货地址" onClose={onClose}>
        <AddressForm
          draft={draft}
          isBusy={isBusy}
          onDraft={setDraft}
          onParsed={(parsed) => setDraft((now) => fill(now, parsed))}
          onRegion={() => setIsChoosing(true)}
          onSave={onSave}
        />
      </Sheet>
      {isChoosing && (
        <RegionSheet
          chosen={draft}
          onChoose={(region) => {
            setDraft({ ...draft, ...region });
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
}

/** What was found takes the place of what was typed; what was not leaves it alone. A region comes whole or not at all. */
function fill(draft: AddressInput, { name, phone, province, city, district, detail }: ParsedAddress): AddressInput {
  return {
    name: name || draft.name,
    phone: phone || draft.phone,
    detail: detail || draft.detail,
    ...(province ? { province, city, district } : pickRegion(draft)),
  };
}

const pickRegion = ({ province, city, district }: AddressInput) => ({ province, city, district });
