"""Words for invented plans in many layouts: headings as councils print them, and contents."""

from __future__ import annotations

HEADINGS: dict[str, tuple[str, ...]] = {
    "ref": ("Ref", "No.", "Action Ref", "ID", "Rec No", "Item", "#", "Action Code", "Line No",
            "Reference Number", "Rec. Ref", "Action Number", "Unique ID", "Item No."),
    "title": ("Action", "Recommendation", "What needs to happen", "Action Title", "Agreed Action",
              "Description of Action", "Task", "Area for Improvement", "Improvement Required",
              "What are we going to do?", "Required Action", "Action to be Taken", "Objective",
              "What we will do", "Recommendation Text", "Action Description", "Issue to Address",
              "Work to be done", "Actions", "Learning and Recommendation", "Action(s) Required"),
    "owners": ("Lead", "Lead Officer", "Owner", "By Whom", "Responsible Person", "Assigned To",
               "Accountable Lead", "Who is leading?", "Action Owner", "Responsibility",
               "Lead Agency / Officer", "Named Lead", "Delivery Lead", "Person(s) Responsible",
               "Owned By", "Lead name and role", "Who?", "Lead Professional", "Responsible Lead"),
    "due": ("By When", "Due Date", "Timescale", "Target Date", "Deadline", "Completion Date",
            "When by?", "Date Due", "Target for completion", "Timeframe", "Due", "To be done by",
            "Target Completion", "Delivery Date", "Expected Completion Date", "When?", "Timeline"),
    "status": ("Status", "RAG", "Current Status", "Action Status", "RAG Rating", "BRAG Status",
               "Progress Status", "Delivery Status", "Status of Action", "State", "Where are we?"),
    "progress": ("Progress", "Update", "Latest Note", "Comments", "Progress to date", "Commentary",
                 "Latest Position", "Progress Update", "What has been done so far?", "Notes",
                 "Officer Comments", "Narrative Update", "Update (March 2024)", "Evidence",
                 "Current Position", "Progress and Evidence", "Latest progress note"),
    "priority": ("Priority", "Priority Level", "Urgency", "Priority (H/M/L)", "Priority Rating"),
    "review": ("Monitoring", "Monitored by", "Review Arrangements", "How will we monitor it?",
               "Governance", "Oversight", "Monitoring Arrangements", "Reporting route"),
    "outcome": ("Outcome", "Success Criteria", "Intended Impact", "What difference will it make?",
                "Desired Outcome", "Measure of Success", "Expected Benefits", "Success measures"),
    "support": ("Support", "Resources", "Supporting Partners", "Cost", "Partners Involved",
                "Resource Implications", "Supporting Officer"),
    "source_ref": ("Source", "Report Ref", "Source Document", "Page Ref", "Para"),
    "section": ("Theme", "Workstream", "Priority Area", "Strand", "Category", "Area of work"),
    "actions": ("Actions to achieve this", "Key Steps", "Steps", "How we will do it", "Sub-actions",
                "Specific Actions", "Detailed actions", "Supporting actions"),
}  # fmt: skip
"""Headings by what stands under them. "title" beside "actions" is named by TOP_HEADINGS."""

TOP_HEADINGS = (
    "Recommendation", "Objective", "Finding", "Area for Improvement", "Issue Identified",
    "Standard", "What the review said", "Learning Point", "Priority Objective", "Our Commitment",
    "Recommendation from the report", "What we found",
)  # fmt: skip

TITLES = (
    "Review the pathway for children who go missing from placements",
    "Every school has a named contact at the front door",
    "Publish a single threshold document for all agencies",
    "Strengthen management oversight of repeat referrals",
    "Offer advocacy to adults before each safeguarding meeting",
    "Multi-agency audits should look at the voice of the child",
    "Refresh the training offer for elected members",
    "Ensure that taxi drivers complete exploitation awareness training",
    "Improve the recording of ethnicity and disability in referrals",
    "Agree an information sharing protocol with the health trust",
    "The partnership should test how well escalation works in practice",
    "Develop a joint approach to self-neglect and hoarding",
    "Make sure that leaflets are available in community languages",
    "Supervision records show reflection and clear decisions",
    "Reduce the time between referral and first visit",
    "Write to all licensed premises about the new reporting line",
    "Housing officers recognise and report signs of domestic abuse",
    "Carry out a self-assessment against the new standards",
    "Put safer recruitment checks in place for all volunteers",
    "Consult young people about the design of the new service",
    "Establish a register of places where children are known to gather",
    "Care leavers have a say in where they live",
)

STEPS = (
    "Draft the protocol and consult partners", "Brief all team managers", "Update the website",
    "Run three workshops in the autumn", "Sample twenty case files", "Appoint a project worker",
    "Circulate guidance to every practice", "Set up a task and finish group",
    "Report the findings to the board", "Design a simple poster with young people",
)  # fmt: skip

OWNERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Head of Early Help", ("Head of Early Help",)),
    ("Jane Morley", ("Jane Morley",)),
    ("Jane Morley / Peter Vance", ("Jane Morley", "Peter Vance")),
    ("Service Manager, Quality Assurance", ("Service Manager, Quality Assurance",)),
    ("Detective Inspector Sarah Holt", ("Detective Inspector Sarah Holt",)),
    ("Licensing Manager; Housing Options Manager",
     ("Licensing Manager", "Housing Options Manager")),
    ("Safeguarding Partnership Manager", ("Safeguarding Partnership Manager",)),
    ("Designated Nurse", ("Designated Nurse",)),
    ("Peter Vance, Emma Lyle and Tom Frost", ("Peter Vance", "Emma Lyle", "Tom Frost")),
    ("Community Safety Team", ("Community Safety Team",)),
    ("Principal Social Worker", ("Principal Social Worker",)),
    ("Emma Lyle (Probation)", ("Emma Lyle (Probation)",)),
)  # fmt: skip

DUES: tuple[tuple[str, str | None, str | None, str | None], ...] = (
    ("31/03/2024", "2024-03-31", None, None),
    ("30 June 2024", "2024-06-30", None, None),
    ("September 2024", "2024-09", None, None),
    ("End of October 2024", "2024-10-31", None, None),
    ("15th January 2025", "2025-01-15", None, None),
    ("Quarterly", None, None, "quarterly"),
    ("Monthly from 1 May 2024", None, "2024-05-01", "monthly"),
    ("TBC", None, None, None),
    ("Ongoing", None, None, "ongoing"),
    ("Dec-24", "2024-12", None, None),
    ("Q2 2024/25", "2024-09-30", None, None),
    ("2024-07-12", "2024-07-12", None, None),
    ("by 28.02.25", "2025-02-28", None, None),
    ("Annually", None, None, "annual"),
)

STATUSES = (
    ("Complete", "complete"), ("Completed", "complete"), ("In progress", "in_progress"),
    ("Not started", "not_started"), ("Overdue", "overdue"), ("On hold", "on_hold"),
    ("Partially complete", "partial"), ("Under way", "in_progress"), ("On track", "in_progress"),
    ("Closed", "complete"), ("Not yet started", "not_started"),
)  # fmt: skip

NOTES = (
    "Draft went to the board in February and was agreed",
    "Two sessions have been held with good feedback",
    "Waiting for figures from the police",
    "First meeting is booked for the spring",
    "Guidance was sent to all practices in January",
    "Recruitment took longer than planned",
    "Audit of forty files shows better recording",
    "Partners have signed the protocol",
    "Leaflets are with the printers",
    "Feedback from families has been positive so far",
)
PRIORITIES = (("High", "high"), ("Medium", "medium"), ("Low", "low"))
REVIEWS = (
    "Quarterly report to the board", "Audit sub-group", "Monthly performance meeting",
    "Dip sample each term", "Scrutiny committee",
)  # fmt: skip
OUTCOMES = (
    "Children are seen sooner", "Staff are confident to report", "Fewer repeat referrals",
    "Families know where to turn", "Better recording in all agencies",
)  # fmt: skip
SUPPORTS = ("None needed", "Existing budgets", "Voluntary sector forum", "£2,000", "Staff time")
SOURCES = ("Peer review p4", "Ashdale report p12", "Ofsted 2023", "Audit 7", "Peer review p9")
SECTIONS = ("Leadership", "Prevention", "Workforce", "Voice and participation", "Partnership")
TITLES_OVER = (
    "Safeguarding Improvement Plan 2024", "Action Plan 2024: Exploitation", "Delivery Plan 2024",
    "Neglect Strategy – Action Plan 2024", "Response to the peer review 2024",
)  # fmt: skip
