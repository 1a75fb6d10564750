"""Words of the access package: roles, what a person may do, how far it reaches."""

from django.db import models


class Role(models.TextChoices):
    """What a person is here. One person may hold several roles."""

    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    ADMINISTRATOR = "administrator", "Administrator"
    SERVICE_MANAGER = "service_manager", "Service manager"
    ACTION_OWNER = "action_owner", "Action owner"
    PARTNER = "partner", "Partner contributor"
    AUDITOR = "auditor", "Moderator or auditor"
    COUNCILLOR = "councillor", "Councillor"
    SYSTEM_ADMINISTRATOR = "system_administrator", "System administrator"
    INFORMATION_GOVERNANCE = "information_governance", "Information-governance officer"
    DUTY_OFFICER = "duty_officer", "Duty officer"
    CASEWORKER = "caseworker", "Caseworker"
    CASE_MANAGER = "case_manager", "Team manager of casework"


class May(models.TextChoices):
    """What a role may do."""

    READ_PLANS = "read_plans", "Read plans and actions"
    UPDATE_ACTIONS = "update_actions", "Record updates and evidence"
    EDIT_PLANS = "edit_plans", "Add and edit plans and actions"
    IMPORT_PLANS = "import_plans", "Import plans"
    AGREE = "agree", "Agree what another person declared"
    CHALLENGE = "challenge", "Ask questions of a row"
    MODERATE = "moderate", "Give another organisation's answer a moderated grade"
    SEE_SMALL_COUNTS = "see_small_counts", "See figures so small that they are not printed"
    DECLARE_FIGURES = "declare_figures", "Declare and correct figures"
    EXPORT = "export", "Take copies: Excel, CSV, calendar"
    MANAGE_PEOPLE = "manage_people", "Keep people, posts, teams and agencies"
    MANAGE_ACCOUNTS = "manage_accounts", "Open and close accounts, give roles"
    MANAGE_MAIL = "manage_mail", "See which mails went out or failed, and try them again"
    MANAGE_COUNCIL = "manage_council", "Set the council's name, colour and local rules"
    SEE_WHO_SAW = "see_who_saw", "See who opened, changed or copied a record"
    READ_AUDIT = "read_audit", "Read who did and saw what"
    SET_ACCESS = "set_access", "Seal records, note conflicts, review emergency access"
    READ_PAPERS = "read_papers", "Read published papers"
    CLEAR_PAPERS = "clear_papers", "Read papers in work and clear them"
    PREPARE_PAPERS = "prepare_papers", "Prepare and publish papers"
    READ_EXEMPT = "read_exempt", "Read the exempt part of a paper"
    BREAK_GLASS = "break_glass", "Open a sealed record in an emergency, with a reason"
    REPORT_CONCERNS = "report_concerns", "Report a concern and follow what became of it"
    TRIAGE = "triage", "Read the queue of concerns and decide on them"
    FIND_PEOPLE = "find_people", "Search for who is already known"
    LINK_PEOPLE = "link_people", "Decide whether records are about the same person"
    READ_CASES = "read_cases", "Read people, concerns and cases"
    WORK_CASES = "work_cases", "Work on cases: notes, plans, referrals onward"
    MANAGE_CASES = "manage_cases", "Allocate, supervise and countersign cases"
    GOVERN_RECORDS = "govern_records", "Answer requests for records, review, hold and erase them"
    KEEP_LIBRARY = "keep_library", "Keep protocols, published pages and resources"
    KEEP_DIRECTORY = "keep_directory", "Keep the directory of support services"


class Reach(models.TextChoices):
    """How far a permission reaches."""

    ALL = "all", "Every record that is not sealed"
    AGENCY = "agency", "Records of the person's own agency"
    TEAM = "team", "Records of the person's own team"
    OWN = "own", "Records that the person works on"


class AgencyKind(models.TextChoices):
    """What sort of organisation an agency is."""

    COUNCIL = "council", "Council"
    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    SCHOOL = "school", "School or college"
    CHARITY = "charity", "Charity or community group"
    BOARD = "board", "Board or partnership"
    OTHER = "other", "Other"


class HoldingKind(models.TextChoices):
    """How a person holds a post."""

    LEAD = "lead", "Holds the post"
    DEPUTY = "deputy", "Deputy"
    COVER = "cover", "Covers for the holder"
