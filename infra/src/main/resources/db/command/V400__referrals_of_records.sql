-- Which referrals go on for whom, so that a death ends what nobody needs any more. Pseudonyms only.
create table running_referral (
    referral text primary key,
    patient text not null
);

create index running_referral_patient on running_referral (patient);

-- Which records are one person, and under which a death was told; what was told before counts_from does not count.
create table referred_record (
    patient text primary key,
    survivor text,
    counts_from timestamptz,
    died_at timestamptz
);

create index referred_record_survivor on referred_record (survivor) where survivor is not null;
