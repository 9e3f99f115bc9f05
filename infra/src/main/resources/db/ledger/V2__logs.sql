-- After a restore a new log begins: checkpoints of several logs lie side by side, each under the origin it was signed with.

alter table ledger.cosignature drop constraint cosignature_size_fkey;
alter table ledger.checkpoint drop constraint checkpoint_pk;
alter table ledger.checkpoint add column origin text generated always as (split_part(note, E'\n', 1)) stored;
alter table ledger.checkpoint add constraint checkpoint_pk primary key (origin, size);

alter table ledger.cosignature disable trigger cosignature_is_append_only;
alter table ledger.cosignature drop constraint cosignature_pk;
alter table ledger.cosignature add column origin text;
update ledger.cosignature set origin = (select c.origin from ledger.checkpoint c where c.size = cosignature.size);
alter table ledger.cosignature alter column origin set not null;
alter table ledger.cosignature add constraint cosignature_pk primary key (origin, size, witness);
alter table ledger.cosignature add foreign key (origin, size) references ledger.checkpoint (origin, size);
alter table ledger.cosignature enable trigger cosignature_is_append_only;
