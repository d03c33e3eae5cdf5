"""What can go wrong at the hub, in words for the person who runs it."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError


class HubError(FieldAppError):
    """The hub cannot do what was asked; what it acknowledged before is safe."""

    safe = "Everything that laptops have receipts for is still stored."
    next_step = "Correct it and run the command again."


class HubMissing(HubError):
    """There is no hub in this folder: a wrong folder, or a disk that is not mounted."""

    happened = "There is no hub in {folder}: {what} is missing."
    safe = "Nothing was made or changed."
    next_step = (
        "Check --data and that its disk is there. `fieldapp hub add-team` makes a new hub in an "
        "empty folder."
    )


class NoFolderForHub(HubError):
    """What is named is a file, or nobody may write there."""

    happened = "There can be no hub in {folder}: {why}."
    safe = "Nothing was made or changed."
    next_step = "Name a folder with --data that exists or can be made."


class FolderOfAnotherUser(HubError):
    """The hub's folder was made by another login, often by root."""

    happened = "This login may not read the keys in {folder}."
    safe = "Nothing was made or changed."
    next_step = (
        "Run every `fieldapp hub` command as the user that the hub serves as (sudo -u fieldapp), "
        "or give that user the folder (chown -R)."
    )


class HubKeysDamaged(HubError):
    """The file of the hub's keys does not hold what it should."""

    happened = "The hub's keys in {folder} cannot be read."
    next_step = "Put hub-keys.json back from your safe copy, then run the command again."


class DatabaseUnreadable(HubError):
    """The file cannot be read: no rights, a failing disk, another program's lock."""

    happened = "The hub's database in {folder} cannot be opened: {why}."
    next_step = "Put the folder back from a backup that holds both hub.db and hub-keys.json."


class DatabaseDamaged(DatabaseUnreadable):
    """SQLCipher cannot tell a damaged page from a key of another hub."""

    happened = (
        "The hub's database in {folder} is damaged, or hub-keys.json is another hub's: {why}."
    )


class NewerHub(HubError):
    """The database was written by a newer release."""

    happened = "The hub's database is of version {version}, newer than this program."
    next_step = "Update this program, then run the command again."


class RebuildGoesOn(HubError):
    """Two rebuilds would build into the same place."""

    happened = "Another process is building this hub's tables anew."
    next_step = "Wait until it is done."


class RulesChanged(HubError):
    """The catalogue by which pages are folded became another while they were."""

    happened = "The hub was given another catalogue while its tables were being built."
    safe = "The hub goes on with the tables that it has."


class TablesInUse(HubError):
    """Somebody reads the tables for so long that they cannot be replaced."""

    happened = "The new tables could not be put in place: the old ones were in use all the time."
    safe = "The hub goes on with the tables that it has."
    next_step = "Run the command again when no export or proof is being made."


class NothingIsErasedNow(HubError):
    """A second set of tables would still tell of whoever is erased."""

    happened = "Nobody is erased while the hub's tables are being built anew beside these."
    safe = "What was decided stays decided, and is carried out afterwards."
    next_step = "If no `fieldapp hub rebuild` is running, run it once: it leaves nothing behind."


class SqliteTooOld(HubError):
    """Older releases can corrupt a database that several programs use."""

    happened = "This installation brings SQLite {found}, at least {needed} is needed."
    next_step = "Install fieldapp again with its own libraries (`make run` does)."


class OtherDatabase(HubError):
    """--database names something else than what this hub's records are in."""

    happened = "This hub keeps its records in {here}, not in {there}."
    safe = "Nothing was made or changed."
    next_step = (
        "Leave --database out: the folder knows. A database that moved is written into the file "
        "hub-database.txt of the folder."
    )


class UnknownDatabase(HubError):
    """--database names a kind of database that the hub does not work with."""

    happened = "The hub cannot keep its records in {url}."
    safe = "Nothing was made or changed."
    next_step = "Write postgresql://HOST/NAME, or leave --database out for SQLite inside --data."


class PasswordInUrl(HubError):
    """Whoever looks at the list of programs sees what they were started with."""

    happened = "A password in --database can be read by everybody on this machine."
    safe = "Nothing was made or changed."
    next_step = (
        "Leave it out and change it, for it was visible. Put the new one into the file that "
        "PGPASSFILE names, a connection service file, or PGPASSWORD."
    )


class DatabaseUnreachable(HubError):
    """The server is down, the name is wrong, or it does not let us in."""

    happened = "The hub's database does not answer: {why}."
    next_step = "See that PostgreSQL runs, that the name is right and that the hub may sign in."


class NotTheOwner(HubError):
    """After an upgrade the tables are made anew, which only their owner may."""

    happened = "The hub's tables are of another release, and this login may not change them: {why}."
    safe = "Nothing was changed."
    next_step = (
        "Run `fieldapp hub status` once as the login that owns the tables, then the SQL that "
        "`fieldapp hub database-roles` prints."
    )


class PartsNeedServer(HubError):
    """SQLite has one process."""

    happened = "With its own database the hub does all its work in one process."
    safe = "The hub was not started."
    next_step = "Leave --only out, or make a hub on PostgreSQL with --database."


class UnsafeDatabase(HubError):
    """What this server commits could be lost, or is of a kind we cannot work with."""

    happened = "This PostgreSQL cannot keep a hub's records: {why}."
    safe = "Nothing was made or changed."
    next_step = "Change that at the server, or for the role that the hub signs in with."


class NoPostgresDriver(HubError):
    """The hub was installed without what it needs for PostgreSQL."""

    happened = "This installation cannot speak to PostgreSQL."
    next_step = "Install fieldapp again with its hub part: pip install 'fieldapp[hub]'."


class OtherHub(HubError):
    """The database holds the records of another hub than the folder holds the keys of."""

    happened = "The database holds the records of hub {there}; the keys in {folder} are of {here}."
    safe = "Nothing was made or changed."
    next_step = "Name the folder with that hub's keys, or an empty database for a new hub."


class FolderNotEmpty(HubError):
    """A backup never goes over another, nor over a hub that is there."""

    happened = "There is something in {folder} already."
    safe = "Nothing was written."
    next_step = "Name an empty folder; move what is there away first if it is a damaged hub.db."


class BackupFailed(HubError):
    """A full disk, or a database that did not let us."""

    happened = "The backup was not written or not put back: {why}."
    next_step = "Correct that, empty the folder it was to go to, and run the command again."


class BackupUnreadable(HubError):
    """No folder that `fieldapp hub backup` wrote."""

    happened = "{folder} is not a whole backup of a hub: its backup.json is missing or damaged."
    safe = "Nothing was changed."
    next_step = "Name the folder that `fieldapp hub backup` wrote, or an older one."


class NoPostgresTools(HubError):
    """pg_dump and pg_restore come with PostgreSQL's client."""

    happened = "{program} is not installed on this machine."
    safe = "Nothing was written."
    next_step = "Install PostgreSQL's client programs, of the server's release or newer."


class PostgresToolsTooOld(BackupFailed):
    """pg_dump reads servers of its own release and of older ones."""

    happened = "{program} on this machine is older than the server: {why}."
    next_step = (
        "Install the client programs of the server's release, empty the backup's folder, and run "
        "the command again."
    )


class NowhereToMove(HubError):
    """SQLite lies in the hub's folder already."""

    happened = "The command does not say which server the hub is to move to."
    safe = "Nothing was moved."
    next_step = "Name an empty database: --database postgresql://HOST/NAME."


class HubInUse(HubError):
    """Moving a hub takes its records from under whoever else has them open."""

    happened = "Another program has this hub's records open."
    safe = "Nothing was moved."
    next_step = "Stop the hub and every other `fieldapp hub` command, then run this one again."


class NowhereToPutBack(HubError):
    """A backup of a hub on a server, and a folder that knows no server yet."""

    happened = "The backup is of a hub on PostgreSQL, and no server is named to put it back on."
    safe = "Nothing was made or changed."
    next_step = "Name an empty database: --database postgresql://HOST/NAME."


class DatabaseHasHub(HubError):
    """A hub is moved, or put back, into an empty database alone."""

    happened = "There is a hub in that database already."
    safe = "Nothing was written."
    next_step = "Name an empty database."


class MovedDiffers(HubError):
    """What arrived is not what was sent: a mistake of the program, or of the database."""

    happened = "In the new database these tables say something else: {tables}."
    safe = "The hub is where it was; go on with it."
    next_step = "Tell the maker which tables, and what kind of PostgreSQL it is."


class PlainHttpRefused(HubError):
    """Without TLS only this very machine may talk to the hub."""

    happened = "{host} can be reached from outside, and no TLS certificate was named."
    safe = "The hub was not started."
    next_step = "Name --tls-cert and --tls-key, or listen on 127.0.0.1."


class CannotListen(HubError):
    """The address is taken, or not one of this machine."""

    happened = "The hub cannot listen on {host}:{port}: {why}."
    safe = "The hub was not started."
    next_step = "Stop the other program, or choose another --listen HOST:PORT."


class BadCertificate(HubError):
    """The certificate or its key cannot be used."""

    happened = "The TLS certificate or its key cannot be used: {why}."
    safe = "The hub was not started."
    next_step = "Check that --tls-cert and --tls-key are PEM files that belong together."


class OneWorkerOnly(HubError):
    """Several workers need PostgreSQL."""

    happened = "With its own database the hub runs one worker, not {workers}."
    safe = "The hub was not started."
    next_step = "Leave --workers out, or make a hub on PostgreSQL with --database."


class NoWorkersHere(HubError):
    """Windows cannot fork."""

    happened = "On this system the hub runs one worker."
    safe = "The hub was not started."
    next_step = "Leave --workers out."


class NoSuchDevice(HubError):
    """No laptop has this number."""

    happened = "No laptop has the number {device}."
    safe = "Nothing was changed."
    next_step = "`fieldapp hub status` lists every laptop with its number."


class NoSuchRegion(HubError):
    """No team was ever made for this region."""

    happened = "There is no region called {region}; the hub knows: {known}."
    safe = "Nothing was changed."
    next_step = "Write the region as `fieldapp hub add-team` was given it."


class FileUnwritable(HubError):
    """A full stick, or one that may only be read."""

    happened = "{file} could not be written: {why}."
    next_step = "See that the stick has room and may be written to, and run the command again."


class TwoWorlds(HubError):
    """A hub is for practice from its first team on, or never."""

    happened = "A hub is either real or for practice with made-up people, and this one is {kind}."
    safe = "No code was made."
    next_step = "Use a hub of its own for practice."


class BadTeam(HubError):
    """A team needs a name, a kind and a region."""

    happened = "A team needs {what}."
    safe = "No code was made."
    next_step = "Write it, and try again."
