# Sentences about groups.

group-goodbye = Loket serves people in private chats, so I take my leave of this group. Please write to me directly.
group-bound = This group now reads along with the tasks of <b>{ $role }</b>. Decisions are still made in private chats with Loket.
group-released = Loket sends no more notices to this group, so I take my leave. Thank you.
group-tap = Buttons are not served in groups. Please use your private chat with Loket.
group-ask =
    Loket was added to the group <b>{ $group }</b>. Which role is the group for?

    A group only gets notices: ticket, service, agency, step, and who decided. All its members can read them.
group-ask-surely = The group <b>{ $group }</b> will get notices of the tasks of <b>{ $role }</b>, and all its members can read them. Connect it?
group-is-bound = The group <b>{ $group }</b> gets notices of the tasks of <b>{ $role }</b>.
group-ask-release = Loket will leave the group <b>{ $group }</b>, which then gets no more notices. Go on?
group-left = Loket leaves the group <b>{ $group }</b>.
group-lost = Loket was taken out of the group <b>{ $group }</b>, which gets no more notices. Please add Loket again if it is still needed.
groups-title = Groups that are connected with Loket ({ $n }). Please choose one to manage it.
groups-none = There are no groups yet. To connect a group of staff, add Loket to it; Loket then asks here which role the group is for.
button-groups = Groups
button-group-not = Not for Loket, Leave
button-group-bind = Yes, Connect
button-group-other = Choose Another Role
button-group-release = Disconnect Group
button-group-release-surely = Yes, Disconnect
refused-group-settled = This group has been settled already, or Loket is in it no more.
