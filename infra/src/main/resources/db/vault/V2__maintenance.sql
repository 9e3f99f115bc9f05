-- A deleted key lingers in the table's file until the table is written anew; the vault's role may do that.

do $$
begin
    if current_setting('server_version_num')::int >= 170000 then
        grant maintain on vault.key to throughline_vault;
    end if;
end
$$;
