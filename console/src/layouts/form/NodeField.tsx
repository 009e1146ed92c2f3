import type { ComponentType } from 'react';
import type { Widget } from '@jishi/contract/layoutParts';
import { AreasField } from './AreasField';
import { ChoiceField } from './ChoiceField';
import { ChoicesField } from './ChoicesField';
import { ColourField } from './ColourField';
import { FieldList } from './FieldList';
import { Field } from './Field';
import type { FieldProps } from './fieldProps';
import { ItemsField } from './ItemsField';
import { NumberField } from './NumberField';
import { PickCategoryField } from './PickCategoryField';
import { PickPageField } from './PickPageField';
import { PickProductField } from './PickProductField';
import { PickProductsField } from './PickProductsField';
import { PickStoresField } from './PickStoresField';
import { PictureField } from './PictureField';
import { RichTextField } from './RichTextField';
import { SwitchField } from './SwitchField';
import { TagsField } from './TagsField';
import { TextField } from './TextField';
import { TimeField } from './TimeField';
import { VariantsField } from './VariantsField';

const WIDGETS: Partial<Record<Widget, ComponentType<FieldProps<never>>>> = {
  picture: PictureField,
  pickProduct: PickProductField,
  pickProducts: PickProductsField,
  pickCategory: PickCategoryField,
  pickPage: PickPageField,
  pickStores: PickStoresField,
  richText: RichTextField,
  areas: AreasField,
  time: TimeField,
};

/** One part of a value: the widget that its schema names, or what its type asks for. */
export function NodeField(props: FieldProps) {
  const { node, label, path, onChange } = props;
  if (node.widget === 'hidden') return null;
  const Widget = node.widget && WIDGETS[node.widget];
  if (Widget) return <Widget {...(props as FieldProps<never>)} />;
  switch (node.is) {
    case 'text':
      return <TextField {...props} node={node} />;
    case 'number':
      return <NumberField {...props} node={node} />;
    case 'switch':
      return <SwitchField {...props} node={node} />;
    case 'choice':
      return <ChoiceField {...props} node={node} />;
    case 'colour':
      return <ColourField {...props} node={node} />;
    case 'variants':
      return <VariantsField {...props} node={node} />;
    case 'group':
      return (
        <FieldList
          title={label}
          fields={node.fields}
          value={props.value}
          path={path}
          isOptional={!props.isRequired}
          onChange={onChange}
        />
      );
    case 'list':
      if (node.item.is === 'choice') return <ChoicesField {...props} node={node} values={node.item.values} />;
      if (node.item.is === 'text') return <TagsField {...props} node={node} />;
      return <ItemsField {...props} node={node} />;
    case 'constant':
      return null;
    case 'unknown':
      return (
        <Field label={label || path}>
          <span className="note">这里暂时不能修改，原来的内容会保留</span>
        </Field>
      );
  }
}
