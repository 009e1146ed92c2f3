-- What codes brought, code by code, and the codes of a store. Rules of 0001 hold.
create index visits_code on visits (code_token) where code_token is not null;
create index order_guides_token on order_guides (token) where token is not null;
create index short_codes_store on short_codes (store_id, code_id desc) where store_id is not null;
