-- Who asks a referral of us; null where it is we who ask.
alter table outbound_referral add column requester text;
